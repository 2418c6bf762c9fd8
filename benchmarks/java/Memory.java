package scosearch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of this process in KiB, from the kernel. */
final class Memory {
  private Memory() {}

  static long peak() throws IOException {
    return line("VmHWM:");
  }

  static long now() throws IOException {
    return line("VmRSS:");
  }

  private static long line(String name) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("/proc/self/status has no " + name);
  }
}
