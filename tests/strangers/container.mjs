// Makes a container of Azure Blob: node container.mjs URL, with the account's key in ACCOUNT_KEY. Storage accounts sign
// by hand what no program of ours may ask for.
import { createHmac } from "node:crypto";

const url = new URL(process.argv[2]);
const [, account] = url.pathname.split("/");
const date = new Date().toUTCString();
const headers = `x-ms-date:${date}\nx-ms-version:2021-08-06`;
const text = `PUT${"\n".repeat(12)}${headers}\n/${account}${url.pathname}\nrestype:container`;
const signature = createHmac("sha256", Buffer.from(process.env.ACCOUNT_KEY, "base64")).update(text).digest("base64");

url.search = "?restype=container";
const answer = await fetch(url, {
  method: "PUT",
  headers: { "x-ms-date": date, "x-ms-version": "2021-08-06", authorization: `SharedKey ${account}:${signature}` },
});
if (answer.status !== 201) {
  console.error(answer.status, await answer.text());
  process.exit(1);
}
