// What reading and writing a document costs at the least: JSON lines in by jansson's json_loadb, out by its json_dumps.
// The measure that `galley-bench json-lines` is held against (Benchmarks/json-c/compare).
#define _GNU_SOURCE
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  char *line = NULL;
  size_t room = 0;
  ssize_t count;
  json_error_t error;
  while ((count = getline(&line, &room, stdin)) > 0) {
    json_t *document = json_loadb(line, (size_t)count, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (!document) {
      fprintf(stderr, "line %d, column %d: %s\n", error.line, error.column, error.text);
      return 1;
    }
    char *text = json_dumps(document, JSON_COMPACT);
    if (!text) return 1;
    fputs(text, stdout);
    putchar('\n');
    free(text);
    json_decref(document);
  }
  free(line);
  return 0;
}
