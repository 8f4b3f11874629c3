### What the screen says, and the page for those who embed.

embed-lead = One line of HTML puts the results into another page. They stay current by themselves, and always say of which checkpoint they are.
embed-site-is = SITE stands for the address at which these pages lie.
embed-as-table = As a table
embed-as-image = As an image
embed-stop-turning = Stop turning
embed-go-on-turning = Go on turning
embed-all-pages = All pages
