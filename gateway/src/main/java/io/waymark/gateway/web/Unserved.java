package io.waymark.gateway.web;

import io.waymark.gateway.rest.Problem;
import io.waymark.gateway.rest.ProblemWriter;
import io.waymark.refusals.Refusal;
import io.waymark.refusals.Refused;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What nobody serves: a person gets the board, which says so; a program gets a problem. */
@Controller
public final class Unserved implements ErrorController {
  private final BoardPage page = new BoardPage();

  /** Answers whatever no handler answered. */
  @RequestMapping("/error")
  public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status =
        (Integer)
            Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(500);
    String accepted = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    if (status == 404 && accepted.contains("text/html")) {
      response.setStatus(404);
      page.handleRequest(request, response);
      return;
    }
    Refusal why = status == 404 ? Refused.NO_SUCH_ROUTE.with() : Refused.FAILED.with();
    ProblemWriter.write(Problem.of(status, why), request, response);
  }
}
