from setuptools import setup
setup(name="a", use_2to3=True)
