SOURCED=sourced
