#include "EntityTagData.h"
