import os
print(os.environ["BUILD_URL"], os.environ.get("SHIPPABLE_AMI_VERSION"))
