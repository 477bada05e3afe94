package io.cardloom.portal.api;

import io.cardloom.designer.design.DesignId;
import io.cardloom.designer.design.DesignView;
import io.cardloom.designer.design.Designs;
import io.cardloom.designer.preflight.Preflight;
import io.cardloom.tenancy.permission.Actor;
import io.cardloom.tenancy.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Designs and what the rules find in them; see docs/api.md. */
@RestController
@RequestMapping(path = ApiSecurity.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
class DesignApi {

    private final Designs designs;
    private final Preflight preflight;

    DesignApi(Designs designs, Preflight preflight) {
        this.designs = designs;
        this.preflight = preflight;
    }

    /** Designs that the caller may see, latest changed first. */
    @GetMapping("/designs")
    DesignAnswers.Designs list(
            @AuthenticationPrincipal ApiCaller caller,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        Actor actor = caller.from(request.getRemoteAddr());
        return new DesignAnswers.Designs(
                designs.list(actor, name, offset, limit).stream()
                        .map(DesignAnswers.Design::of)
                        .toList(),
                offset,
                designs.count(actor, name));
    }

    /** The same rules on the same document as in the editor; nothing is stored. */
    @GetMapping("/designs/{design}/preflight")
    DesignAnswers.Judged judge(
            @AuthenticationPrincipal ApiCaller caller,
            HttpServletRequest request,
            @PathVariable String design) {
        Actor actor = caller.from(request.getRemoteAddr());
        DesignView view = designs.open(actor, id(design));
        return DesignAnswers.Judged.of(
                view,
                preflight.rulesDigest(),
                preflight.inspect(actor.tenant(), view.document(), view.cardBody()));
    }

    /** The rules as data. */
    @GetMapping("/preflight/rules")
    byte[] rules() {
        return preflight.rules();
    }

    private static DesignId id(String text) {
        try {
            return new DesignId(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("design");
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        ProblemDetail problem = ApiProblem.of(refusal);
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(MethodArgumentTypeMismatchException wrong) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        ApiProblem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "PARAMETER_FORM",
                                "The parameter " + wrong.getName() + " is a whole number."));
    }
}
