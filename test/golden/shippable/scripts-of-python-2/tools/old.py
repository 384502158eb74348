#!/usr/bin/env python
print "done"
