package io.waymark.registry.domain;

import java.util.List;

/** Place, parent and money of a project as a plan office wrote them, unchecked. */
public record DetailsDraft(
    PlaceDraft place,
    String parentProjectId,
    String budget,
    List<FundingDraft> funding,
    String kind) {
  /** Nothing stated. */
  public static final DetailsDraft NONE = new DetailsDraft(PlaceDraft.NONE, "", "", List.of(), "");

  public DetailsDraft {
    funding = List.copyOf(funding);
  }
}
