package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.Attachment;
import io.waymark.proto.registry.v1.ObstacleKind;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.registry.domain.ReportAnnex;
import io.waymark.registry.domain.ReportAnnexDraft;
import java.util.ArrayList;
import java.util.List;

/** What a report says besides its figures. */
final class AnnexWire {
  private static final String KIND = "OBSTACLE_KIND_";

  private AnnexWire() {}

  /** As its author wrote it, unchecked. */
  static ReportAnnexDraft draft(ReportProgressRequest request) {
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < request.getObstacleKindsCount(); i++) {
      kinds.add(TypeWire.word(request.getObstacleKinds(i), request.getObstacleKindsValue(i), KIND));
    }
    return new ReportAnnexDraft(
        kinds,
        request.getAttachmentsList().stream().map(AnnexWire::attachment).toList(),
        request.getMilestonesReachedList());
  }

  static ReportAnnex annex(ProgressReport report) {
    return new ReportAnnex(
        report.getObstacleKindsList().stream().map(AnnexWire::kind).toList(),
        report.getAttachmentsList().stream().map(AnnexWire::attachment).toList(),
        report.getMilestonesReachedList());
  }

  static void put(ReportAnnex annex, ProgressReport.Builder report) {
    annex
        .obstacleKinds()
        .forEach(kind -> report.addObstacleKinds(ObstacleKind.valueOf(KIND + kind.name())));
    annex
        .attachments()
        .forEach(attachment ->
            report.addAttachments(
                Attachment.newBuilder()
                    .setUrl(attachment.url())
                    .setSha256(attachment.sha256())
                    .setName(attachment.name())
                    .setSizeBytes(attachment.sizeBytes())));
    report.addAllMilestonesReached(annex.milestonesReached());
  }

  private static io.waymark.registry.domain.ObstacleKind kind(ObstacleKind kind) {
    return io.waymark.registry.domain.ObstacleKind.valueOf(kind.name().substring(KIND.length()));
  }

  private static io.waymark.registry.domain.Attachment attachment(Attachment attachment) {
    return new io.waymark.registry.domain.Attachment(
        attachment.getUrl(),
        attachment.getSha256(),
        attachment.getName(),
        attachment.getSizeBytes());
  }
}
