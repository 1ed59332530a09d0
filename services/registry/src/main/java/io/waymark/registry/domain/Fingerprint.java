package io.waymark.registry.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of a command as the caller wrote it. Two requests with one idempotency key are the same
 * if their fingerprints are. Computed over our own encoding (each part preceded by its length),
 * because protobuf promises no stable bytes and stored fingerprints outlive library versions.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** Hexadecimal, 64 characters. */
  public static String of(ProjectCommand.Keyed command) {
    MessageDigest digest = sha256();
    for (String part : parts(command)) {
      byte[] bytes = part.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<String> parts(ProjectCommand.Keyed command) {
    String plan = command.project().planId();
    String project = command.project().projectId();
    return switch (command) {
      case ProjectCommand.Report(var _, var _, ReportDraft draft) ->
          List.of(
              "report",
              plan,
              project,
              draft.asOf(),
              draft.percentComplete().isPresent()
                  ? Double.toHexString(draft.percentComplete().getAsDouble())
                  : "",
              draft.investedToDate(),
              draft.expectedFinish(),
              draft.phase(),
              draft.obstacle(),
              draft.correctsReportId(),
              draft.provenance());
      case ProjectCommand.Suspend suspend ->
          List.of("suspend", plan, project, suspend.from(), suspend.reason(), suspend.approval());
      case ProjectCommand.Resume resume ->
          List.of("resume", plan, project, resume.from(), resume.approval());
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 (expected: in every Java runtime)", e);
    }
  }
}
