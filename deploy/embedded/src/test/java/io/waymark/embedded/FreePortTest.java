package io.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {
  /** Of so many the system offers one twice nearly always. */
  @Test
  void noPortIsFoundTwice() {
    assertThat(IntStream.range(0, 1000).map(i -> FreePort.find()).boxed()).doesNotHaveDuplicates();
  }
}
