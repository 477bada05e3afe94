package io.cardloom.tenancy.identity;

import io.cardloom.tenancy.audit.PersonNames;
import io.cardloom.tenancy.refusal.Refusal;
import io.cardloom.tenancy.tenant.PersonId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to people; a person is known by her provider's issuer and subject, by nothing else. */
@Component
public class People implements PersonNames {

    private static final int LONGEST_ISSUER = 500;
    private static final int LONGEST_SUBJECT = 255;

    private final TransactionTemplate across;
    private final Directory directory;
    private final Clock clock;

    People(PlatformTransactionManager transactions, Directory directory, Clock clock) {
        this.across = new TransactionTemplate(transactions);
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The person whom a checked sign-in names; name and e-mail are brought up to date. A new person
     * has no membership and may do nothing.
     *
     * @param issuerUri the token's {@code iss}, exactly; 1 to 500 characters
     * @param subject the token's {@code sub}, exactly; 1 to 255 characters (OpenID Connect Core, 2)
     * @param name what the screens call her; empty takes the e-mail address
     * @param email as the provider told; empty where it told none; never used to find her
     * @throws Refusal {@code IDENTITY_INVALID} for an issuer or subject of another length
     */
    public PersonId signedIn(String issuerUri, String subject, String name, String email) {
        if (issuerUri.isBlank()
                || issuerUri.length() > LONGEST_ISSUER
                || subject.isBlank()
                || subject.length() > LONGEST_SUBJECT) {
            throw Refusal.invalid(
                    "IDENTITY_INVALID",
                    "The sign-in provider named nobody Cardloom can know. Ask its administrator.");
        }
        try {
            return across.execute(status -> known(issuerUri, subject, name, email));
        } catch (DataIntegrityViolationException e) {
            // Two first sign-ins of one person met; the other one made her.
            return across.execute(status -> known(issuerUri, subject, name, email));
        }
    }

    private PersonId known(String issuer, String subject, String name, String email) {
        String key = Digests.of(issuer + "\n" + subject);
        PersonRow person =
                directory
                        .identity(key)
                        .flatMap(i -> directory.person(new PersonId(i.personId)))
                        .orElseGet(() -> make(key, issuer, subject, name, email));
        person.name = called(name, email);
        person.email = address(email);
        return new PersonId(person.id);
    }

    private PersonRow make(String key, String issuer, String subject, String name, String email) {
        PersonRow person = new PersonRow();
        person.id = PersonId.next(clock).value();
        person.name = called(name, email);
        person.email = address(email);
        person.firstSeenAt = clock.instant();
        ExternalIdentityRow identity = new ExternalIdentityRow();
        identity.key = key;
        identity.issuerKey = Digests.of(issuer);
        identity.issuer = issuer;
        identity.subject = subject;
        identity.personId = person.id;
        directory.add(person, identity);
        return person;
    }

    /**
     * @throws Refusal {@code NOT_FOUND}
     */
    public Person get(PersonId id) {
        return across.execute(
                status ->
                        directory
                                .person(id)
                                .map(PersonRow::toPerson)
                                .orElseThrow(() -> Refusal.notFound("person")));
    }

    @Override
    public Map<PersonId, String> of(Set<PersonId> people) {
        List<String> ids = people.stream().map(PersonId::value).toList();
        Map<PersonId, String> names = new LinkedHashMap<>();
        List<PersonRow> rows = across.execute(status -> directory.people(ids));
        rows.forEach(row -> names.put(new PersonId(row.id), row.name));
        return names;
    }

    private static String called(String name, String email) {
        String given = name.isBlank() ? email : name;
        String shown = given.isBlank() ? "Somebody" : given;
        String line = shown.strip().replaceAll("\\p{Cntrl}", " ");
        return line.codePoints()
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** An e-mail address as it is kept and compared: lower case; empty when it is too long. */
    static String address(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        return address.length() > 254 ? "" : address;
    }
}
