FROM acme/base
