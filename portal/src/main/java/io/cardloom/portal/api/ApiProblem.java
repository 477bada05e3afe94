package io.cardloom.portal.api;

import io.cardloom.tenancy.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A refusal as RFC 9457 has it: the sentence for people, and the code for programs. */
final class ApiProblem {

    private ApiProblem() {}

    static ProblemDetail of(Refusal refusal) {
        return of(status(refusal.kind()), refusal.code(), refusal.sentence());
    }

    static ProblemDetail of(HttpStatus status, String code, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("code", code);
        return problem;
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
