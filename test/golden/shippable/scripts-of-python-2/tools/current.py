import sys

try:
    import urllib2
except ImportError:
    import urllib.request as urllib2

print("done", sys.argv)
