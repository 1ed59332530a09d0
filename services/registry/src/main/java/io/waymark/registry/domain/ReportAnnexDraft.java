package io.waymark.registry.domain;

import java.util.List;

/** What a report says besides its figures, as a caller wrote it, unchecked. */
public record ReportAnnexDraft(
    List<String> obstacleKinds, List<Attachment> attachments, List<String> milestonesReached) {
  /** Nothing. */
  public static final ReportAnnexDraft NONE = new ReportAnnexDraft(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public ReportAnnexDraft {
    obstacleKinds = List.copyOf(obstacleKinds);
    attachments = List.copyOf(attachments);
    milestonesReached = List.copyOf(milestonesReached);
  }

  boolean isEmpty() {
    return equals(NONE);
  }
}
