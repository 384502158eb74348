from setuptools import setup

setup(
    name="acme",
    scripts=["scripts/download_data.sh"],
    entry_points={"console_scripts": ["acme-run = acme.cli:main"]},
)
