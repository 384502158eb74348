#!/bin/sh
sudo -H shippable_retry pip install nose
nosetests
