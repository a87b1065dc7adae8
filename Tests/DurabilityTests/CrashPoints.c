/* Ends or hinders a program at one of the calls by which it changes files; loaded before its libraries by LD_PRELOAD.

   CRASH_POINT="ACTION NUMBER ERROR" says what happens at the call of that number, counted from 1:
     kill   the process ends there; of a write, half is done
     fail   the call fails with the error, the others work
     full   the call and all later ones that need space fail with the error; of the first write, half is done
     every  each call of a multiple of the number that writes bytes fails with the error
   CRASH_LOG=FILE gets a line for each call: its name and the path that it is about. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum action { NONE, KILL, FAIL, FULL, EVERY };
enum need { NEEDS_SPACE = 1, WRITES_BYTES = 2 };

static enum action action = NONE;
static long point;
static int error;
static int log_file = -1;
static atomic_long count;

__attribute__((constructor)) static void begin(void) {
  const char *wish = getenv("CRASH_POINT"), *path = getenv("CRASH_LOG");
  char name[8];
  if (wish && sscanf(wish, "%7s %ld %d", name, &point, &error) == 3)
    action = !strcmp(name, "kill") ? KILL : !strcmp(name, "fail") ? FAIL : !strcmp(name, "full") ? FULL : EVERY;
  if (path) log_file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
}

static void note(const char *call, int folder, const char *path) {
  char line[8192], place[4096] = "";
  if (log_file < 0) return;
  if (folder != AT_FDCWD && (!path || path[0] != '/')) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, place, sizeof place - 1);
    place[length < 0 ? 0 : length] = 0;
  }
  int length = snprintf(line, sizeof line, "%s %s%s%s\n", call, place, *place && path ? "/" : "", path ? path : "");
  syscall(SYS_write, log_file, line, (size_t)length);
}

/* What is to become of a call: 0 it is made, 1 half of it is, -1 it fails with errno set. */
static int fate(const char *call, int folder, const char *path, int needs) {
  long number = atomic_fetch_add(&count, 1) + 1;
  note(call, folder, path);
  switch (action) {
  case KILL:
    if (number < point) return 0;
    if (needs & WRITES_BYTES) return 1;
    raise(SIGKILL);
    return 0;
  case FAIL:
    if (number != point) return 0;
    break;
  case FULL:
    if (number < point || !(needs & NEEDS_SPACE)) return 0;
    if (number == point && needs & WRITES_BYTES) return 1;
    break;
  case EVERY:
    if (number % point || !(needs & WRITES_BYTES)) return 0;
    break;
  case NONE: return 0;
  }
  errno = error;
  return -1;
}

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

#define WRITING(name, offset_type, offset_argument, ...)                                                               \
  ssize_t name(int file, const void *bytes, size_t size offset_argument) {                                             \
    if (file <= STDERR_FILENO) return REAL(name)(__VA_ARGS__);                                                         \
    int what = fate(#name, file, NULL, NEEDS_SPACE | WRITES_BYTES);                                                    \
    if (what < 0) return -1;                                                                                           \
    if (what > 0 && action != KILL && size < 2) return errno = error, -1;                                              \
    if (what > 0) size /= 2;                                                                                           \
    ssize_t result = REAL(name)(__VA_ARGS__);                                                                          \
    if (what > 0 && action == KILL) raise(SIGKILL);                                                                    \
    return result;                                                                                                     \
  }
#define COMMA_OFFSET(type) , type offset

WRITING(write, , , file, bytes, size)
WRITING(pwrite, off_t, COMMA_OFFSET(off_t), file, bytes, size, offset)
WRITING(pwrite64, off64_t, COMMA_OFFSET(off64_t), file, bytes, size, offset)

#define CALL(name, parameters, folder, path, needs, ...)                                                               \
  int name parameters { return fate(#name, folder, path, needs) < 0 ? -1 : REAL(name)(__VA_ARGS__); }

CALL(fsync, (int file), file, NULL, NEEDS_SPACE, file)
CALL(fdatasync, (int file), file, NULL, NEEDS_SPACE, file)
CALL(ftruncate, (int file, off_t size), file, NULL, 0, file, size)
CALL(ftruncate64, (int file, off64_t size), file, NULL, 0, file, size)
CALL(unlink, (const char *path), AT_FDCWD, path, 0, path)
CALL(unlinkat, (int folder, const char *path, int flags), folder, path, 0, folder, path, flags)
CALL(mkdir, (const char *path, mode_t mode), AT_FDCWD, path, NEEDS_SPACE, path, mode)
CALL(mkdirat, (int folder, const char *path, mode_t mode), folder, path, NEEDS_SPACE, folder, path, mode)

/* The log has both names, that which it gets first. */
int renameat(int from, const char *old, int to, const char *path) {
  char names[4096];
  snprintf(names, sizeof names, "%s %s", path, old);
  return fate("renameat", to, names, NEEDS_SPACE) < 0 ? -1 : REAL(renameat)(from, old, to, path);
}

#define OPENING(name, first, folder, ...)                                                                              \
  int name(first const char *path, int flags, ...) {                                                                   \
    mode_t mode = 0;                                                                                                   \
    if (flags & O_CREAT) {                                                                                             \
      va_list rest;                                                                                                    \
      va_start(rest, flags);                                                                                           \
      mode = va_arg(rest, mode_t);                                                                                     \
      va_end(rest);                                                                                                    \
      if (fate(#name, folder, path, NEEDS_SPACE) < 0) return -1;                                                       \
    }                                                                                                                  \
    return REAL(name)(__VA_ARGS__, mode);                                                                              \
  }
#define FOLDER int folder,

OPENING(open, , AT_FDCWD, path, flags)
OPENING(open64, , AT_FDCWD, path, flags)
OPENING(openat, FOLDER, folder, folder, path, flags)
OPENING(openat64, FOLDER, folder, folder, path, flags)

/* The program calls syncfs(2) so. */
long syscall(long number, ...) {
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
  long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_syncfs && fate("syncfs", (int)a, NULL, NEEDS_SPACE) < 0) return -1;
  return REAL(syscall)(number, a, b, c, d, e, f);
}
