package io.waymark.registry.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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
      case ProjectCommand.Report(var _, var _, ReportDraft draft) -> {
        List<String> parts =
            new ArrayList<>(
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
                    draft.provenance()));
        parts.addAll(parts(draft.annex()));
        yield parts;
      }
      case ProjectCommand.Suspend suspend ->
          withEnd(
              List.of(
                  "suspend", plan, project, suspend.from(), suspend.reason(), suspend.approval()),
              suspend);
      case ProjectCommand.Resume resume ->
          List.of("resume", plan, project, resume.from(), resume.approval());
      case ProjectCommand.MovePhase move ->
          List.of(
              "move",
              plan,
              project,
              move.phase(),
              move.date(),
              move.reason(),
              move.approval(),
              move.correctsMoveId());
      case ProjectCommand.ReviseSchedule revise -> schedule(plan, project, revise);
    };
  }

  /** What came later into the contract is left out where it is not stated: old ones stay as is. */
  private static List<String> withEnd(List<String> parts, ProjectCommand.Suspend suspend) {
    if (suspend.until().isEmpty() && suspend.plannedUntil().isEmpty()) {
      return parts;
    }
    List<String> all = new ArrayList<>(parts);
    all.add(suspend.until());
    all.add(suspend.plannedUntil());
    return all;
  }

  private static List<String> schedule(
      String plan, String project, ProjectCommand.ReviseSchedule revise) {
    List<String> parts = new ArrayList<>();
    parts.addAll(List.of("schedule", plan, project, revise.plannedStart(), revise.plannedFinish()));
    for (SchedulePointDraft point : revise.points()) {
      parts.add(point.date());
      parts.add(Double.toHexString(point.percent()));
      parts.add(point.milestone().zh());
      parts.add(point.milestone().en());
    }
    parts.addAll(
        List.of(revise.document(), revise.approver(), revise.reason(), revise.effective()));
    return parts;
  }

  /**
   * Nothing for an empty annex: requests of the time before there were any keep their fingerprint.
   */
  private static List<String> parts(ReportAnnexDraft annex) {
    List<String> parts = new ArrayList<>();
    annex.obstacleKinds().forEach(kind -> parts.addAll(List.of("obstacle kind", kind)));
    for (Attachment attachment : annex.attachments()) {
      parts.addAll(
          List.of(
              "attachment",
              attachment.url(),
              attachment.sha256(),
              attachment.name(),
              Long.toString(attachment.sizeBytes())));
    }
    annex.milestonesReached().forEach(name -> parts.addAll(List.of("milestone", name)));
    return parts;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 (expected: in every Java runtime)", e);
    }
  }
}
