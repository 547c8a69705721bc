#include "CSpotCheckBoostMath.h"
