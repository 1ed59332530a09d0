package io.waymark.indicator.grpc;

import io.waymark.indicator.domain.Checks;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.Queries.Filter;
import io.waymark.indicator.postgres.Queries.Listed;
import io.waymark.proto.indicator.v1.ListJudgementsRequest;
import io.waymark.proto.indicator.v1.ListJudgementsResponse;
import io.waymark.refusals.Expected;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of judgements: a token names the last subject of the page before. */
final class Paging {
  private static final Pattern TOKEN = Pattern.compile("(\\d)\\.(\\d)\\.([a-z0-9-]+)");
  private static final int USUAL = 1000;
  private static final int MOST = 5000;

  private Paging() {}

  static ListJudgementsResponse page(ListJudgementsRequest request, Queries queries) {
    int size = request.getPageSize() == 0 ? USUAL : request.getPageSize();
    String token = request.getPageToken();
    Matcher place = TOKEN.matcher(token);
    Checks checks = new Checks();
    checks.must(
        size >= 1 && size <= MOST,
        "page_size",
        Integer.toString(size),
        Expected.BETWEEN.with(0, MOST));
    checks.must(
        token.isEmpty() || place.matches(), "page_token", token, Expected.PAGE_TOKEN.with());
    checks.raise();
    boolean first = token.isEmpty();
    List<Listed> found =
        queries.list(
            request.getPlanId(),
            new Filter(
                request.getKind(),
                request.getLightsList(),
                request.getCategory(),
                request.getLeadBureauId(),
                request.getQuery(),
                first ? -1 : Integer.parseInt(place.group(1)),
                first ? -1 : Integer.parseInt(place.group(2)),
                first ? "" : place.group(3),
                size + 1));
    ListJudgementsResponse.Builder page = ListJudgementsResponse.newBuilder();
    found.stream().limit(size).map(Listed::judgement).forEach(page::addJudgements);
    if (found.size() > size) {
      Listed last = found.get(size - 1);
      page.setNextPageToken(
          last.rank()
              + "."
              + last.judgement().getKindValue()
              + "."
              + last.judgement().getSubjectId());
    }
    return page.build();
  }
}
