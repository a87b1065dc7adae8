#include <sqlite3.h>

/* The macro casts -1 to a function pointer, which Swift cannot import: SQLite copies what is bound. */
static inline sqlite3_destructor_type galley_sqlite_transient(void) { return SQLITE_TRANSIENT; }
