package throughline.adapter.slack;

import throughline.core.people.Account;

/** Ids of accounts: {@code team/user}, because a user's id means something in its team only. */
final class AccountIds {
    static final String PLATFORM = "slack";

    private AccountIds() {}

    static Account account(String team, String user) {
        return new Account(PLATFORM, team + "/" + user);
    }

    /** What Slack calls the user. */
    static String user(String account) {
        return account.substring(account.indexOf('/') + 1);
    }
}
