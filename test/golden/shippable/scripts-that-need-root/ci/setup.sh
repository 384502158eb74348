pip install -r requirements.txt
echo 1 > /proc/sys/vm/overcommit_memory
echo local >> /etc/hosts
