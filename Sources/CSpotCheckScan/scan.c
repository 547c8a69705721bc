#include "CSpotCheckScan.h"
