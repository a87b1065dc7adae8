#pragma once
#include <errno.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

// What Swift can't see: fork(2), which it holds back because of threads, variadic functions, and macros.

/// fork(2), for a process with one thread.
static inline pid_t cprocess_fork(void) { return fork(); }

/// Has this process killed as soon as the thread that forked it ends.
static inline int cprocess_end_with_parent(int signal) { return prctl(PR_SET_PDEATHSIG, signal); }

/// Names this process in listings, by at most 15 bytes.
static inline void cprocess_set_name(const char *name) { prctl(PR_SET_NAME, name); }

/// A file in memory, closed by exec; -1 with errno.
static inline int cprocess_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, 1u); }

/// Sends `count` bytes with two descriptors as one message; what sendmsg(2) returns.
static inline ssize_t cprocess_send(
    int socket, const void *bytes, size_t count, int first_descriptor, int second_descriptor) {
  struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
  union {
    char bytes[CMSG_SPACE(2 * sizeof(int))];
    struct cmsghdr header;
  } control;
  memset(&control, 0, sizeof control);
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  if (first_descriptor >= 0) {
    int descriptors[2] = {first_descriptor, second_descriptor};
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptors);
    memcpy(CMSG_DATA(header), descriptors, sizeof descriptors);
  }
  ssize_t sent;
  do sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent;
}

/// Receives a message of `count` bytes, and two descriptors where it brings them, else -1; what recvmsg(2) returns.
static inline ssize_t cprocess_receive(int socket, void *bytes, size_t count, int *descriptors) {
  struct iovec part = {.iov_base = bytes, .iov_len = count};
  union {
    char bytes[CMSG_SPACE(2 * sizeof(int))];
    struct cmsghdr header;
  } control;
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
  ssize_t received;
  do received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  while (received < 0 && errno == EINTR);
  descriptors[0] = descriptors[1] = -1;
  struct cmsghdr *header = received < 0 ? NULL : CMSG_FIRSTHDR(&message);
  if (header && header->cmsg_type == SCM_RIGHTS && header->cmsg_len == CMSG_LEN(2 * sizeof(int)))
    memcpy(descriptors, CMSG_DATA(header), 2 * sizeof(int));
  return received;
}
