export A=1
service cron start
