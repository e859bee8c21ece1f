package throughline.core.conversation;

import throughline.core.people.Account;

/**
 * Who did something.
 *
 * @param name what the platform calls the person, for a first contact
 */
public record Speaker(Account account, String name, Standing standing) {
    /** What a person is to the organization, as the platform tells. */
    public enum Standing {
        MEMBER,
        /** From outside: sees the public view only. */
        GUEST,
        /** The platform did not tell; treated as a guest until it does. */
        UNVERIFIED
    }

    public static Speaker member(Account account, String name) {
        return new Speaker(account, name, Standing.MEMBER);
    }

    public boolean isMember() {
        return standing == Standing.MEMBER;
    }
}
