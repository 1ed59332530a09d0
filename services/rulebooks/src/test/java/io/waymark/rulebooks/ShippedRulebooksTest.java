package io.waymark.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.judging.Rulebook;
import org.junit.jupiter.api.Test;

class ShippedRulebooksTest {

  @Test
  void allOfTheDomainsTableShips() {
    assertThat(Rulebooks.shipped().names())
        .containsExactly(
            "waymark", "wuhan", "yinchuan", "ouhai", "rpmc", "niti", "opensdg", "escap");
  }

  @Test
  void everyOneNamesItsSourceAndWhatOfItIsOurReadingInBothLanguages() {
    for (Rulebook rulebook : Rulebooks.shipped().all()) {
      assertThat(rulebook.source().zh()).as(rulebook.name()).isNotBlank();
      assertThat(rulebook.source().en()).as(rulebook.name()).isNotBlank();
      assertThat(rulebook.reading().zh()).as(rulebook.name()).isNotBlank();
      assertThat(rulebook.reading().en()).as(rulebook.name()).isNotBlank();
    }
  }

  @Test
  void thePlanThatNamesNoneGetsTheDefault() {
    assertThat(Rulebooks.shipped().named("")).map(Rulebook::name).contains("waymark");
  }

  @Test
  void aNameMeansItsNewestVersionAndOlderOnesStayForReplay() {
    assertThat(Rulebooks.shipped().named("wuhan")).map(Rulebook::version).contains(2);
    assertThat(Rulebooks.shipped().named("wuhan@1")).map(Rulebook::version).contains(1);
    assertThat(Rulebooks.shipped().pinned("wuhan", 1)).isPresent();
    assertThat(Rulebooks.shipped().named("wuhan@3")).isEmpty();
  }

  @Test
  void whatNobodyKnowsIsNotReplaced() {
    assertThat(Rulebooks.shipped().named("atlantis")).isEmpty();
    assertThat(Rulebooks.shipped().named("wuhan@")).isEmpty();
  }
}
