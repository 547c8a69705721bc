/// The program: libFuzzer brings `main`, and the Swift targets what it calls.
int LLVMFuzzerTestOneInput(const unsigned char *bytes, unsigned long count);

/// Keeps the linker from leaving the targets out.
int (*const spotcheck_fuzz_target)(const unsigned char *, unsigned long) = LLVMFuzzerTestOneInput;
