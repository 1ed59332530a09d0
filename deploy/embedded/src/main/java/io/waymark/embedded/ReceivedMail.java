package io.waymark.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail that the sink keeps.
 *
 * @param file the {@code .eml} file
 */
public record ReceivedMail(Path file) implements Comparable<ReceivedMail> {

  /** Who the envelope named as sender. */
  public String sender() {
    return header("Return-Path").replaceAll("[<>]", "");
  }

  /** Whom the envelope named as recipients. */
  public List<String> recipients() {
    return headers("Delivered-To");
  }

  public String subject() {
    try {
      return Optional.ofNullable(message().getSubject()).orElse("");
    } catch (MessagingException e) {
      throw unreadable(e);
    }
  }

  /** With its angle brackets; empty when the mail has none. */
  public String messageId() {
    return header("Message-ID");
  }

  /** The first value of a header as it stands in the mail, empty when there is none. */
  public String header(String name) {
    return headers(name).stream().findFirst().orElse("");
  }

  /** The plain text alternative, empty when there is none. */
  public String text() {
    return body("text/plain");
  }

  /** The HTML alternative, empty when there is none. */
  public String html() {
    return body("text/html");
  }

  /** The whole mail. */
  public MimeMessage message() {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(Files.readAllBytes(file)));
    } catch (MessagingException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long number() {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.')));
  }

  @Override
  public int compareTo(ReceivedMail other) {
    return Long.compare(number(), other.number());
  }

  private List<String> headers(String name) {
    try {
      String[] values = message().getHeader(name);
      return values == null ? List.of() : Arrays.asList(values);
    } catch (MessagingException e) {
      throw unreadable(e);
    }
  }

  private String body(String type) {
    try {
      return body(message(), type).orElse("");
    } catch (MessagingException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> body(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return Optional.of(part.getContent().toString());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        Optional<String> found = body(inner, type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private EmbeddedException unreadable(MessagingException cause) {
    return new EmbeddedException("Cannot read the mail " + file, cause);
  }
}
