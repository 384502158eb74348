echo "> deployed by a file of the checkout"
