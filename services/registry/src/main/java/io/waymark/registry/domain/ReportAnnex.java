package io.waymark.registry.domain;

import java.util.List;

/**
 * What a report says besides its figures.
 *
 * @param obstacleKinds each once
 * @param attachments papers and photographs by reference
 * @param milestonesReached as the schedule names them, in either language
 */
public record ReportAnnex(
    List<ObstacleKind> obstacleKinds,
    List<Attachment> attachments,
    List<String> milestonesReached) {
  /** Nothing. */
  public static final ReportAnnex NONE = new ReportAnnex(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public ReportAnnex {
    obstacleKinds = List.copyOf(obstacleKinds);
    attachments = List.copyOf(attachments);
    milestonesReached = List.copyOf(milestonesReached);
  }
}
