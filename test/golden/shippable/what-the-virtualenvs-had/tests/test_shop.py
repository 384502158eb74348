import unittest
from mock import patch
