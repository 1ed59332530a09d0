package io.waymark.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Only one launcher runs on a data directory: it holds a lock, which the system takes back however
 * it ends, and leaves its pid beside it.
 */
final class SingleInstance implements AutoCloseable {
  private final FileChannel channel;

  private SingleInstance(FileChannel channel) {
    this.channel = channel;
  }

  /** Absent where another launcher runs. */
  static Optional<SingleInstance> take(Home home) {
    Optional<SingleInstance> taken = probe(home);
    if (taken.isPresent()) {
      Replacement.write(home.run("launcher.pid"), ProcessHandle.current().pid() + "\n");
    }
    return taken;
  }

  /** As {@link #take}, for one who only wants to know. */
  static Optional<SingleInstance> probe(Home home) {
    try {
      FileChannel channel =
          FileChannel.open(
              home.run("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new SingleInstance(channel));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pid of the launcher that runs, or ran last. */
  static Optional<Long> pid(Home home) {
    Path file = home.run("launcher.pid");
    try {
      return Files.exists(file)
          ? Optional.of(Long.parseLong(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
