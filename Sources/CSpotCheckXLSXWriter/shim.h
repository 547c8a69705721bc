/// The only door to libxlsxwriter: workbooks that spreadsheets open.
#include <xlsxwriter.h>
