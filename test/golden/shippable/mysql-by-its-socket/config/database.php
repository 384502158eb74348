<?php
return ["mysql" => ["host" => "localhost", "user" => "root"]];
