package io.waymark.cli.effect;

import io.waymark.cli.client.Connection.Services;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.ListIndicatorsRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.GetProjectRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ids of the subjects whose judgement may change, the reported one first. */
final class Touched {
  private Touched() {}

  /** The project and the targets of the indicators that it feeds. */
  static List<String> byProject(Services services, String planId, String projectId) {
    GetProjectRequest request =
        GetProjectRequest.newBuilder().setPlanId(planId).setProjectId(projectId).build();
    Set<String> fed = new HashSet<>();
    for (Contribution contribution :
        services.registry().getProject(request).getState().getProject().getContributionsList()) {
      fed.add(contribution.getIndicatorId());
    }
    List<String> subjects = new ArrayList<>(List.of(projectId));
    subjects.addAll(targets(services, planId, fed));
    return subjects;
  }

  /** The targets of an indicator and of those that follow it. */
  static List<String> byIndicator(Services services, String planId, String indicatorId) {
    return targets(services, planId, Set.of(indicatorId));
  }

  private static List<String> targets(Services services, String planId, Set<String> indicatorIds) {
    if (indicatorIds.isEmpty()) {
      return List.of();
    }
    ListIndicatorsRequest request = ListIndicatorsRequest.newBuilder().setPlanId(planId).build();
    List<String> own = new ArrayList<>();
    List<String> followers = new ArrayList<>();
    for (Indicator indicator : services.indicator().listIndicators(request).getIndicatorsList()) {
      List<String> ids = indicator.getTargetsList().stream().map(Target::getTargetId).toList();
      if (indicatorIds.contains(indicator.getIndicatorId())) {
        own.addAll(ids);
      } else if (indicatorIds.contains(indicator.getFollowsIndicatorId())) {
        followers.addAll(ids);
      }
    }
    own.addAll(followers);
    return own;
  }
}
