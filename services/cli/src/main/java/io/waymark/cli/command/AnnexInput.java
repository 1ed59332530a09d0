package io.waymark.cli.command;

import io.waymark.proto.registry.v1.Attachment;
import io.waymark.proto.registry.v1.ObstacleKind;
import io.waymark.sheets.form.Obstacles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads what a report says besides its figures: kinds of obstacles, and attachments. */
final class AnnexInput {
  private final Input input;
  private final Path folder;

  /** Files are named from this folder. */
  AnnexInput(Input input, Path folder) {
    this.input = input;
    this.folder = folder;
  }

  List<ObstacleKind> kinds(List<String> words) {
    List<ObstacleKind> kinds = new ArrayList<>();
    for (String word : words) {
      Optional<ObstacleKind> kind = Obstacles.kind(word);
      kind.ifPresent(kinds::add);
      if (kind.isEmpty()) {
        input.fault("--obstacle-kind", word, "expected.obstacleKind");
      }
    }
    return kinds;
  }

  /** From FILE=URL: the file gives name, size and hash; only the address and these are sent. */
  List<Attachment> attachments(List<String> pairs) {
    List<Attachment> attachments = new ArrayList<>();
    for (String pair : pairs) {
      int at = pair.indexOf('=');
      Optional<Attachment> attachment =
          at < 1 ? Optional.empty() : attachment(pair.substring(0, at), pair.substring(at + 1));
      attachment.ifPresent(attachments::add);
      if (attachment.isEmpty()) {
        input.fault("--attach", pair, "expected.attachment");
      }
    }
    return attachments;
  }

  private Optional<Attachment> attachment(String file, String url) {
    Path path = folder.resolve(file);
    MessageDigest digest = sha256();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(path), digest)) {
      long size = bytes.transferTo(OutputStream.nullOutputStream());
      Path name = path.getFileName();
      return Optional.of(
          Attachment.newBuilder()
              .setUrl(url)
              .setSha256(HexFormat.of().formatHex(digest.digest()))
              .setName(name == null ? file : name.toString())
              .setSizeBytes(size)
              .build());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 (expected: in every Java runtime)", e);
    }
  }
}
