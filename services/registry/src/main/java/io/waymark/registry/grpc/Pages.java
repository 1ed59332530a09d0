package io.waymark.registry.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.chassis.failure.Failure;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.refusals.Expected;
import io.waymark.registry.app.ProjectQuery;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.wire.ToldStates;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/** Cuts lists into pages: by number, and by size, since a client takes no message above 4 MiB. */
final class Pages {
  private static final int USUAL = 1000;
  private static final int LARGEST = 5000;
  private static final int MOST_BYTES = 3 << 20;

  private Pages() {}

  static ProjectQuery query(ListProjectsRequest request, LocalDate today) {
    return new ProjectQuery(
        request.getPlanId(),
        FilterWire.filter(request, today),
        after(request.getPageToken()),
        size(request.getPageSize()) + 1); // one more tells whether another page follows
  }

  static ListProjectsResponse page(
      ProjectQuery query, List<ProjectState> found, boolean withoutReports) {
    ListProjectsResponse.Builder page = ListProjectsResponse.newBuilder();
    int bytes = 0;
    for (ProjectState state : found) {
      var proto = withoutReports ? ToldStates.withoutReports(state) : ToldStates.told(state);
      bytes += proto.getSerializedSize();
      boolean full = page.getStatesCount() == query.limit() - 1 || bytes > MOST_BYTES;
      if (full && page.getStatesCount() > 0) {
        var last = page.getStates(page.getStatesCount() - 1).getProject();
        return page.setNextPageToken(token(last.getProjectId())).build();
      }
      page.addStates(proto);
    }
    return page.build();
  }

  private static int size(int asked) {
    if (asked < 0 || asked > LARGEST) {
      throw Failure.invalid(
          "page_size", Integer.toString(asked), Expected.BETWEEN.with(0, LARGEST));
    }
    return asked == 0 ? USUAL : asked;
  }

  private static String token(String lastId) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(lastId.getBytes(UTF_8));
  }

  private static String after(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw Failure.invalid("page_token", token, Expected.PAGE_TOKEN.with());
    }
  }
}
