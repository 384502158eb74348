<?php
class FormTest extends PHPUnit_Framework_TestCase
{
}
