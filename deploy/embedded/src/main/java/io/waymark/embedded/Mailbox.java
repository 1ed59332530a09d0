package io.waymark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A folder of {@code .eml} files, named so that they sort by arrival.
 *
 * <p>What the envelope said stands before the mail's own headers, as mail servers do at final
 * delivery: {@code Return-Path}, and one {@code Delivered-To} per recipient.
 */
final class Mailbox {
  private static final String SUFFIX = ".eml";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final AtomicLong last = new AtomicLong();

  Mailbox(Path folder) {
    this.folder = folder;
    last.set(all().stream().mapToLong(ReceivedMail::number).max().orElse(0));
  }

  /** Returns when the mail is on disk. */
  void store(String sender, List<String> recipients, byte[] content) throws IOException {
    var head = new StringBuilder("Return-Path: <").append(sender).append(">\r\n");
    recipients.forEach(to -> head.append("Delivered-To: ").append(to).append("\r\n"));
    String name = NAME.format(Instant.now()) + "-" + last.incrementAndGet();
    Path part = folder.resolve(name + ".part");
    try (FileChannel file =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      write(file, head.toString().getBytes(StandardCharsets.UTF_8));
      write(file, content);
      file.force(true);
    }
    Files.move(part, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(FileChannel file, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }

  List<ReceivedMail> all() {
    return files().stream().map(ReceivedMail::new).sorted().toList();
  }

  void clear() {
    try {
      for (Path file : files()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove() {
    Folders.remove(folder);
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
