package io.waymark.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.waymark.refusals.RefusalWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gRPC ends a call with, without a reason of a service, gets one of ours and our words. */
class StatusProblemsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNAVAILABLE        | 503 | UPSTREAM_UNAVAILABLE | 项目登记服务暂时连不上，可用原来的幂等键重新提交
          DEADLINE_EXCEEDED  | 504 | UPSTREAM_TOO_SLOW | 项目登记服务没有及时答复，可用原来的幂等键重新提交
          RESOURCE_EXHAUSTED | 429 | ANSWER_TOO_LARGE  | 单条消息超过网关可转发的大小，请分次查询或提交
          UNIMPLEMENTED      | 501 | METHOD_UNKNOWN    | 项目登记服务不支持此方法，可能版本较旧
          """)
  void itIsSaidInTheReadersLanguage(
      Status.Code code, int httpStatus, String reason, String chinese) {
    Problem problem =
        StatusProblems.of(
            code.toStatus().withDescription("in gRPC's words").asRuntimeException(), "registry");

    assertThat(problem.status()).isEqualTo(httpStatus);
    assertThat(problem.reason()).isEqualTo(reason);
    assertThat(problem.detail()).isNotEqualTo("in gRPC's words").doesNotContain("{");
    assertThat(RefusalWords.CHINESE.refusal(problem.reason(), problem.metadata(), "?"))
        .isEqualTo(chinese);
  }
}
