import httplib, json

connection = httplib.HTTPSConnection("chat.example.org")
