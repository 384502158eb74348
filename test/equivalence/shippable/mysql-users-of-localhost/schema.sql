CREATE USER 'schema'@'localhost' IDENTIFIED BY 'pw';
