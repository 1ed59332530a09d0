package io.waymark.embedded;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One connection to the sink, by RFC 5321. */
final class SmtpConversation {
  static final int MAX_BYTES = 26_214_400;
  private static final int MAX_LINE = 8192;

  private final InputStream in;
  private final OutputStream out;
  private final Mailbox mailbox;
  private final Supplier<SmtpPolicy> policy;
  private final List<String> recipients = new ArrayList<>();
  private @Nullable String sender;

  SmtpConversation(Socket socket, Mailbox mailbox, Supplier<SmtpPolicy> policy) throws IOException {
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream());
    this.mailbox = mailbox;
    this.policy = policy;
  }

  void run() throws IOException {
    reply("220 localhost Waymark mail sink");
    while (true) {
      Optional<String> line = line();
      if (line.isEmpty() || !obey(line.get())) {
        return;
      }
    }
  }

  /** False when the conversation is over. */
  private boolean obey(String line) throws IOException {
    String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    switch (verb) {
      case "EHLO" -> greet();
      case "HELO" -> restart("250 localhost");
      case "MAIL" -> mail(line);
      case "RCPT" -> recipient(line);
      case "DATA" -> data();
      case "RSET" -> restart("250 2.0.0 forgotten");
      case "NOOP" -> reply("250 2.0.0 ok");
      case "VRFY" -> reply("252 2.1.5 send it and see");
      case "QUIT" -> {
        reply("221 2.0.0 bye");
        return false;
      }
      default -> reply("500 5.5.2 unknown command");
    }
    return true;
  }

  private void greet() throws IOException {
    restart(
        "250-localhost\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n250 SIZE " + MAX_BYTES);
  }

  private void restart(String reply) throws IOException {
    sender = null;
    recipients.clear();
    reply(reply);
  }

  private void mail(String line) throws IOException {
    Optional<String> path = path(line);
    if (path.isEmpty()) {
      reply("501 5.5.4 MAIL FROM:<address> expected");
      return;
    }
    recipients.clear();
    sender = path.get();
    reply("250 2.1.0 ok");
  }

  private void recipient(String line) throws IOException {
    Optional<String> path = path(line).filter(address -> !address.isEmpty());
    if (sender == null) {
      reply("503 5.5.1 MAIL first");
    } else if (path.isEmpty()) {
      reply("501 5.5.4 RCPT TO:<address> expected");
    } else {
      Optional<String> refusal = policy.get().refusal(path.get());
      if (refusal.isEmpty()) {
        recipients.add(path.get());
      }
      reply(refusal.orElse("250 2.1.5 ok"));
    }
  }

  private static Optional<String> path(String line) {
    int from = line.indexOf('<');
    int to = line.indexOf('>', from + 1);
    return from < 0 || to < 0 ? Optional.empty() : Optional.of(line.substring(from + 1, to));
  }

  private void data() throws IOException {
    if (sender == null || recipients.isEmpty()) {
      reply("503 5.5.1 MAIL and RCPT first");
      return;
    }
    reply("354 end with a lone dot");
    Optional<byte[]> content = content();
    if (content.isEmpty()) {
      restart("552 5.3.4 longer than " + MAX_BYTES + " bytes");
      return;
    }
    try {
      mailbox.store(sender, List.copyOf(recipients), content.get());
    } catch (IOException e) {
      restart("452 4.3.1 cannot be stored: " + e.getMessage());
      return;
    }
    restart("250 2.0.0 stored");
  }

  /** Reads up to the lone dot and takes back the doubled dots; empty when it is too long. */
  private Optional<byte[]> content() throws IOException {
    var content = new ByteArrayOutputStream();
    boolean tooLong = false;
    while (true) {
      byte[] line = rawLine();
      if (line.length == 1 && line[0] == '.') {
        return tooLong ? Optional.empty() : Optional.of(content.toByteArray());
      }
      int start = line.length > 0 && line[0] == '.' ? 1 : 0;
      tooLong |= content.size() + line.length > MAX_BYTES;
      if (!tooLong) {
        content.write(line, start, line.length - start);
        content.writeBytes(new byte[] {'\r', '\n'});
      }
    }
  }

  private byte[] rawLine() throws IOException {
    var line = new ByteArrayOutputStream(128);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the sender left in the middle of a mail");
      }
      line.write(next);
    }
    byte[] bytes = line.toByteArray();
    int length =
        bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    return Arrays.copyOf(bytes, length);
  }

  /** The next command; empty when the sender has left. */
  private Optional<String> line() throws IOException {
    var line = new ByteArrayOutputStream(128);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() > MAX_LINE) {
        return Optional.empty();
      }
      line.write(next);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8).strip());
  }

  private void reply(String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    // with PIPELINING the answers to commands that have already come leave together
    if (in.available() == 0) {
      out.flush();
    }
  }
}
