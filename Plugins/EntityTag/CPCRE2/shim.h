#pragma once
// The header has to be told which of its three libraries is meant; texts are UTF-8.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
