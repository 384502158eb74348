shipctl replace app.json
