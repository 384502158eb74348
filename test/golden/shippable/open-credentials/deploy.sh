#!/bin/sh
API_SECRET=Hh74f1d8c0a9b3e7762 ./run
