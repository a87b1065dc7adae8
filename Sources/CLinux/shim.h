#pragma once
#include <sys/syscall.h>
#include <unistd.h>

/* syncfs(2), which the headers show to GNU sources alone. */
static inline int galley_syncfs(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }
