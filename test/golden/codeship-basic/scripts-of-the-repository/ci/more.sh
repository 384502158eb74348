vendor/bin/phpunit
