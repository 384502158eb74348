<?php
$store = new PDO('mysql:host=localhost;dbname=app', 'root', '');
